import { useEffect, useMemo, useRef, useState } from 'react'

// In rows of data an empty text is worth a word; in a table of results it stands for nothing to say.
const show = (value, isData, kind) => {
  if (value === null || value === undefined) return <span className="pg-missing">missing</span>
  if (value === '') return isData ? <span className="pg-missing">empty</span> : ''
  if (typeof value === 'number') return kind === 'id' ? String(value) : window.pg.number(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return String(value)
}

const isNumeric = (rows, index) => {
  const values = rows.map((row) => row[index]).filter((value) => value !== null && value !== undefined && value !== '')
  return values.length > 0 && values.every((value) => typeof value === 'number')
}

// Whether a table goes on to the right of what its box shows.
const useGoesOn = (box) => {
  const [goesOn, setGoesOn] = useState(false)
  useEffect(() => {
    const node = box.current
    const look = () => setGoesOn(node.scrollLeft + node.clientWidth < node.scrollWidth - 8)
    const size = new ResizeObserver(look)
    size.observe(node)
    node.addEventListener('scroll', look, { passive: true })
    return () => {
      size.disconnect()
      node.removeEventListener('scroll', look)
    }
  }, [])
  return goesOn
}

function DataTable({ title, columns, rows, total_rows: total, kinds }) {
  const numeric = useMemo(() => columns.map((_, index) => isNumeric(rows, index)), [rows])
  const hidden = total - rows.length
  const isData = kinds.length > 0
  const box = useRef(null)
  const goesOn = useGoesOn(box)
  return (
    <figure className={`pg-card pg-table ${goesOn ? 'pg-goes-on' : ''}`} data-testid="table">
      {title ? <figcaption className="pg-card-title">{title}</figcaption> : null}
      <div ref={box} className="pg-scroll" tabIndex={0} role="region" aria-label={title || 'Table'}>
        <table>
          <thead>
            <tr>
              {columns.map((name, index) => (
                <th key={index} scope="col" className={numeric[index] ? 'pg-right' : ''}>
                  {kinds[index] ? <i className={`pg-dot pg-kind-${kinds[index]}`} title={kinds[index]} /> : null}
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, line) => (
              <tr key={line}>
                {row.map((value, index) => (
                  <td key={index} className={numeric[index] ? 'pg-right' : ''}>
                    <span>{show(value, isData, kinds[index])}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p className="pg-empty">No rows.</p> : null}
      </div>
      {hidden > 0 ? (
        <p className="pg-card-foot">
          {window.pg.count(rows.length)} of {window.pg.count(total)} rows are shown
        </p>
      ) : null}
    </figure>
  )
}

const Kept = window.pg.keep('DataTable', DataTable)

export default <Kept {...props} />
