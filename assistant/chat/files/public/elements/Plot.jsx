import { Table2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'

const LIGHT = ['#4f46e5', '#0d9488', '#d97706', '#db2777', '#0284c7', '#65a30d', '#9333ea', '#dc2626']
const DARK = ['#8b93f8', '#2dd4bf', '#fbbf24', '#f472b6', '#38bdf8', '#a3e635', '#c084fc', '#f87171']

const library = () => {
  if (!window.pgPlotly) {
    window.pgPlotly = new Promise((done, failed) => {
      const script = document.createElement('script')
      script.src = '/public/build/plotly.min.js'
      script.onload = () => done(window.Plotly)
      script.onerror = () => failed(new Error('The chart library could not be loaded.'))
      document.head.appendChild(script)
    })
  }
  return window.pgPlotly
}

const colour = (name, opacity) => {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  return `hsl(${value.split(/\s+/).join(', ')}${opacity ? `, ${opacity}` : ''})`
}

const TALLEST = 1200
// A longer name below a narrow chart would be cut at its edges.
const LINE = 24
const onLines = (words) =>
  words.split(' ').reduce((lines, word) => {
    const last = lines[lines.length - 1]
    return last && last.length + word.length < LINE ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word]
  }, []).join('<br>')
// At the lower edge of the whole chart, where Plotly keeps room for it below the axis titles.
const BELOW = { yref: 'container', y: 0, yanchor: 'bottom' }

// The same figure in the page's own colours, light or dark, and without a fixed width.
const dressed = (figure, narrow) => {
  const dark = document.documentElement.classList.contains('dark')
  const line = colour('--foreground', 0.12)
  const axis = { gridcolor: line, linecolor: colour('--foreground', 0.3), zerolinecolor: line, automargin: true }
  const given = figure.layout || {}
  const { width, title, ...rest } = given
  const margin = { l: 56, r: 20, t: 16, b: 48, ...given.margin }
  const layout = {
    ...rest,
    template: {
      layout: {
        colorway: dark ? DARK : LIGHT,
        colorscale: { sequential: dark ? 'Viridis' : [[0, '#eef2ff'], [1, '#4338ca']] },
        xaxis: axis,
        yaxis: axis,
      },
    },
    autosize: true,
    height: Math.min(given.height || 380, TALLEST),
    margin: narrow ? { ...margin, l: Math.min(margin.l, 40), r: Math.min(margin.r, 16), b: Math.min(margin.b, 40) } : margin,
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: 'system-ui, "Segoe UI", Roboto, sans-serif', size: narrow ? 11 : 13, color: colour('--foreground') },
    hoverlabel: { bgcolor: colour('--popover'), bordercolor: colour('--border'), font: { color: colour('--foreground') } },
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: colour('--muted-foreground'), activecolor: colour('--primary') },
    legend: { orientation: 'h', x: 0, ...given.legend, ...BELOW, bgcolor: 'rgba(0,0,0,0)' },
  }
  Object.keys(given)
    .filter((key) => /^[xy]axis\d*$/.test(key))
    .forEach((key) => {
      const named = typeof given[key].title === 'string' ? { text: given[key].title } : given[key].title
      layout[key] = { ...given[key], ...axis, title: named && { ...named, text: narrow && named.text && key.startsWith('x') ? onLines(named.text) : named.text, font: { size: narrow ? 12 : 13 } } }
    })
  if (narrow && layout.meta?.across) fold(layout)
  else if (narrow) stack(layout)
  return { data: structuredClone(figure.data || []), layout }
}

// Two charts side by side go one above the other where there is no room for both.
const stack = (layout) => {
  const [first, second] = [layout.xaxis, layout.xaxis2]
  if (layout.xaxis3 || !first?.domain || !second?.domain || layout.yaxis?.domain || layout.yaxis2?.domain) return
  first.domain = second.domain = [0, 1]
  layout.yaxis = { ...layout.yaxis, domain: [0.67, 1] }
  layout.yaxis2 = { ...layout.yaxis2, domain: [0, 0.33] }
  layout.height = Math.min(1.9 * layout.height, TALLEST)
}

// A grid of small charts, each under its name, has two in a row where more have no room for their names.
const ACROSS = 2
const fold = (layout) => {
  const places = Object.keys(layout).filter((key) => /^xaxis\d*$/.test(key)).map((key) => key.slice(5))
  if (layout.meta.across <= ACROSS) return
  const down = Math.ceil(places.length / ACROSS)
  layout.annotations = (layout.annotations || []).map((note) => ({ ...note }))
  places.forEach((place, at) => {
    const [row, column] = [Math.floor(at / ACROSS), at % ACROSS]
    const [left, top] = [(column + 0.04) / ACROSS, 1 - (row + 0.24) / down]
    layout[`xaxis${place}`].domain = [left, (column + 0.96) / ACROSS]
    layout[`yaxis${place}`].domain = [1 - (row + 0.94) / down, top]
    Object.assign(layout.annotations[at], { x: left, y: top })
  })
  layout.height = Math.min(110 * down + 20, TALLEST)
}

// The numbers behind a chart, as rows: what a chart cannot say to those who do not see it.
const MOST_ROWS = 200
const titleOf = (layout, axis) => {
  const { title } = layout[axis] || {}
  return (title && (title.text || title)) || ''
}
const axisOf = (trace, letter) => `${letter}axis${String(trace[`${letter}axis`] || letter).slice(1)}`
const BOX = [['lowerfence', 'lower end'], ['q1', 'first quarter'], ['median', 'median'], ['q3', 'third quarter'], ['upperfence', 'upper end']]

const rowsOf = (trace, several, layout) => {
  const name = several ? [trace.name || titleOf(layout, axisOf(trace, 'y'))] : []
  const { x, y, z, labels, values } = trace
  if (z) return z.map((row, line) => [y ? y[line] : line, ...row])
  if (trace.q1) return trace.q1.map((_, line) => [trace.name || (x && x[line]), ...BOX.map(([key]) => trace[key] && trace[key][line])])
  if (labels) return labels.map((label, line) => [...name, label, values && values[line]])
  return (x || y || []).map((_, line) => [...name, x ? x[line] : line, y ? y[line] : ''])
}

const tableOf = ({ data = [], layout = {} }) => {
  const first = data[0] || {}
  const several = data.length > 1
  const rows = data.flatMap((trace) => rowsOf(trace, several, layout))
  const axes = new Set(data.map((trace) => axisOf(trace, 'x') + axisOf(trace, 'y')))
  const named = (letter) => (axes.size === 1 && titleOf(layout, axisOf(first, letter))) || (letter === 'x' ? 'across' : 'up')
  let columns = [...(several ? ['which'] : []), named('x'), named('y')]
  if (first.z) columns = ['', ...(first.x || first.z[0].map((_, place) => place + 1))]
  if (first.q1) columns = ['', ...BOX.map(([, words]) => words)]
  return { columns, rows: rows.slice(0, MOST_ROWS), hidden: Math.max(0, rows.length - MOST_ROWS) }
}

const Numbers = ({ figure, title }) => {
  const { columns, rows, hidden } = useMemo(() => tableOf(figure), [figure])
  const show = (value) => (typeof value === 'number' ? window.pg.number(value) : Array.isArray(value) ? '' : String(value ?? ''))
  return (
    <div className="pg-table pg-numbers">
      <div className="pg-scroll" tabIndex={0} role="region" aria-label={`The numbers of ${title || 'the chart'}`}>
        <table>
          <thead><tr>{columns.map((name, place) => <th key={place} scope="col">{String(name)}</th>)}</tr></thead>
          <tbody>
            {rows.map((row, line) => (
              <tr key={line}>{row.map((value, place) => <td key={place} className={typeof value === 'number' ? 'pg-right' : ''}><span>{show(value)}</span></td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden ? <p className="pg-card-foot">{window.pg.number(hidden)} more rows are in the chart only</p> : null}
    </div>
  )
}

// Where there is no mouse to hover with, Plotly's buttons would lie on the chart for good.
const CONFIG = { responsive: true, displaylogo: false, displayModeBar: window.matchMedia('(hover: hover)').matches ? 'hover' : false, modeBarButtons: [['toImage', 'zoom2d', 'resetScale2d']] }

function Plot({ title, alt, said, url, figure: given }) {
  const box = useRef(null)
  const [figure, setFigure] = useState(given || null)
  const [error, setError] = useState('')
  const [asTable, setAsTable] = useState(false)

  useEffect(() => {
    if (figure || !url) return
    fetch(url, { credentials: 'same-origin' })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error('This chart could not be fetched.'))))
      .then(setFigure)
      .catch((problem) => setError(problem.message))
  }, [])

  useEffect(() => {
    const target = box.current
    if (!figure || !target) return
    let gone = false
    let shown = ''
    const draw = () => {
      const narrow = target.clientWidth < 480
      const look = `${document.documentElement.className} ${narrow}`
      if (look === shown) return
      shown = look
      library()
        .then((Plotly) => {
          if (gone) return
          const { data, layout } = dressed(figure, narrow)
          // Plotly forgets the height where the window is resized, and then takes that of its box.
          target.style.height = `${layout.height}px`
          Plotly.react(target, data, layout, CONFIG)
        })
        .catch((problem) => setError(problem.message))
    }
    draw()
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] })
    const size = new ResizeObserver(draw)
    size.observe(target)
    return () => {
      gone = true
      theme.disconnect()
      size.disconnect()
      if (window.Plotly) window.Plotly.purge(target)
    }
  }, [figure])

  return (
    <figure className="pg-card pg-plot" data-testid="plot">
      <header className="pg-plot-head">
        <span className="pg-card-title pg-grow">{title}</span>
        {figure ? (
          <button type="button" className="pg-button pg-button-quiet" aria-expanded={asTable} aria-label={asTable ? 'Hide the table' : 'Show as table'} onClick={() => setAsTable(!asTable)}>
            <Table2 size={14} aria-hidden="true" /> <span className="pg-roomy">{asTable ? 'Hide the table' : 'Show as table'}</span>
          </button>
        ) : null}
      </header>
      {error ? <p className="pg-error-line">{error}</p> : null}
      <div ref={box} className="pg-plot-box" role="img" aria-label={alt || title || 'Chart'}>
        {figure || error ? null : <div className="pg-shimmer" />}
      </div>
      {alt && !said ? <figcaption className="pg-card-foot">{alt}</figcaption> : null}
      {asTable ? <Numbers figure={figure} title={title} /> : null}
    </figure>
  )
}

const Kept = window.pg.keep('Plot', Plot)

export default <Kept {...props} />
