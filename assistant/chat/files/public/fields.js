// What a tool's JSON schema says of each field of its form, and how what is typed becomes what is sent.

export const KINDS = ['all', 'numeric', 'categorical', 'boolean', 'datetime', 'text', 'missing'];

const follow = (field, defs) => {
  const name = field.$ref && field.$ref.split('/').pop();
  return name ? { ...((defs || {})[name] || {}), ...field } : field;
};

const items = (list) => (list || []).map((each) => (each && typeof each === 'object' ? each : { name: each }));

const limits = (field) => ({
  minimum: field.minimum ?? field.exclusiveMinimum,
  maximum: field.maximum ?? field.exclusiveMaximum,
  whole: field.type === 'integer',
});

const isShare = (field, slot) => slot === 'fraction' || (field.type === 'number' && limits(field).minimum === 0 && limits(field).maximum === 1);

// Words for several columns at once, of kinds that are among the columns to choose from.
const kindWords = (words, choices) => {
  const there = new Set(items(choices).map((choice) => choice.kind));
  const fits = (word) => word === 'all' || there.has(word) || (word === 'missing' && items(choices).some((choice) => choice.missing));
  const fitting = (words || KINDS).filter((word) => KINDS.includes(word) && fits(word));
  return there.size < 2 ? fitting.filter((word) => word === 'all' || word === 'missing') : fitting;
};

export const describe = (name, raw, required, defs, title) => {
  const resolve = (each) => follow(each, defs);
  const field = resolve(raw);
  const ways = (field.anyOf || field.oneOf || [field]).map(resolve);
  const real = ways.filter((way) => way.type !== 'null');
  const numbers = real.filter((way) => way.type === 'number' || way.type === 'integer');
  const list = real.find((way) => way.type === 'array');
  const named = real.find((way) => way.enum || way.const !== undefined);
  const plain = real.find((way) => way.type && way.type !== 'array') || real[0] || {};
  const merged = { ...plain, ...(list || {}), ...field };
  const slot = merged['x-slot'] || '';
  const choices = merged['x-choices'] || (list && list.items && resolve(list.items).enum);
  const words = named ? named.enum || [named.const] : null;
  const base = {
    name,
    slot,
    optional: real.length < ways.length || !required,
    words,
    title: merged['x-title'] || title(name),
    help: merged.description || '',
    default: field.default,
    loose: numbers.length > 0,
    choices: items(choices),
  };
  if (slot === 'values' && merged['x-choices']) return { ...base, kind: 'record' };
  if (slot === 'columns' || (list && choices)) return { ...base, kind: 'many', words: slot === 'columns' ? kindWords(words, choices) : [] };
  if (list) return { ...base, kind: 'lines' };
  if (slot === 'column_or_number') return { ...base, kind: 'text' };
  if (slot === 'column' || choices) return { ...base, kind: 'one' };
  const said = merged['x-words'] || {};
  if (words) return { ...base, kind: words.length <= 5 ? 'few' : 'one', choices: words.map((word) => ({ name: word, label: said[word] })) };
  if (real.some((way) => way.type === 'boolean') && real.length === 1) return { ...base, kind: 'switch' };
  if (real.length === 1 && numbers.length) return { ...base, ...limits(plain), kind: isShare(plain, slot) ? 'share' : 'number' };
  if (real.some((way) => way.type === 'object') || (!plain.type && slot === 'params')) return { ...base, kind: 'pairs' };
  return { ...base, kind: 'text' };
};

// --- From what was given to what is shown -------------------------------------------------------------------------

export const start = (field, given) => {
  const value = field.name in given ? given[field.name] : field.default;
  if (field.kind === 'pairs') return Object.entries(value || {}).map(([key, each]) => `${key} = ${JSON.stringify(each)}`).join('\n');
  if (field.kind === 'record') return value || {};
  if (field.kind === 'lines') return (value || []).join('\n');
  if (field.kind === 'many') return value ?? (field.optional ? null : []);
  if (value === null || value === undefined) return field.kind === 'switch' ? false : '';
  return value;
};

export const readable = (value) => {
  if (Array.isArray(value)) return value.length > 4 ? `${value.slice(0, 4).join(', ')} and ${value.length - 4} more` : value.join(', ');
  if (value && typeof value === 'object') return Object.entries(value).map(([key, each]) => `${key} ${each}`).join(', ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
};

// What may be said of a number, such as “2 to 50”.
export const bounds = ({ minimum, maximum }, number) => {
  if (minimum !== undefined && maximum !== undefined) return `${number(minimum)} to ${number(maximum)}`;
  if (minimum !== undefined) return minimum === 0 ? '' : `at least ${number(minimum)}`;
  return maximum === undefined ? '' : `at most ${number(maximum)}`;
};

// --- From what is typed to what is sent ---------------------------------------------------------------------------

const literal = (text) => {
  const word = text.trim();
  try {
    return JSON.parse({ None: 'null', True: 'true', False: 'false' }[word] || word);
  } catch {
    return word;
  }
};

const pairs = (text) =>
  Object.fromEntries(text.split('\n').filter((line) => line.includes('=')).map((line) => [line.split('=')[0].trim(), literal(line.slice(line.indexOf('=') + 1))]));

// Only the columns that were filled in; what is a number goes as one.
const record = (field, cells) => {
  const given = field.choices.filter(({ name }) => String(cells[name] ?? '').trim() !== '');
  const typed = ({ name, kind }) => (kind === 'numeric' && !Number.isNaN(Number(cells[name])) ? Number(cells[name]) : cells[name]);
  return given.length ? Object.fromEntries(given.map((column) => [column.name, typed(column)])) : undefined;
};

export const finish = (field, value) => {
  if (field.kind === 'pairs') return value.trim() ? pairs(value) : undefined;
  if (field.kind === 'lines') return value.trim() ? value.split('\n').map((line) => line.trim()).filter(Boolean) : undefined;
  if (field.kind === 'record') return record(field, value);
  if (value === '' || value === null) return undefined;
  if (Array.isArray(value)) return value.length ? value : undefined;
  if (field.kind === 'number' || field.kind === 'share') return Number(value);
  return field.loose && String(value).trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
};
