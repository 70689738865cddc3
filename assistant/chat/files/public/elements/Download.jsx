import { BadgeCheck, Download as Arrow, FileArchive, FileCode, FileText } from 'lucide-react'

const icon = (name) => {
  if (/\.(zip|gz)$/i.test(name)) return FileArchive
  return /\.(py|ipynb|json|ya?ml)$/i.test(name) ? FileCode : FileText
}

function Download({ name, url, bytes, verified, note }) {
  const Icon = icon(name)
  const safe = typeof url === 'string' && /^\/(?!\/)/.test(url)
  return (
    <a className="pg-card pg-download" href={safe ? url : undefined} download={name} data-testid="download">
      <span className="pg-download-icon">
        <Icon size={22} aria-hidden="true" />
      </span>
      <span className="pg-grow">
        <b>{name}</b>
        <small>
          {window.pg.bytes(bytes)}
          {verified ? (
            <span className="pg-good pg-verified">
              <BadgeCheck size={14} aria-hidden="true" /> {typeof verified === 'string' ? verified : 'ran, and gave the same numbers'}
            </span>
          ) : null}
          {note ? <span>{note}</span> : null}
        </small>
      </span>
      <span className="pg-download-do">
        <Arrow size={16} aria-hidden="true" /> Download
      </span>
    </a>
  )
}

const Kept = window.pg.keep('Download', Download)

export default <Kept {...props} />
