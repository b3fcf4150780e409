// A Reform client in another language. Usage:
//   node client.mjs <address> import <case-log-id> <log> <mapping> [request-id] [stop-after-bytes]
//   node client.mjs <address> evaluate <case-log-id>
//   node client.mjs <address> explain <case-log-id> <case-id> [language]
//   node client.mjs <address> deadlines <lines of JSON: id, unit, amount, received, suspensions, extensions>
//   node client.mjs <address> ics <year> [language]
// The protos come from this repository's protos/ and, for google/type and google/rpc, from the folder in GOOGLE_PROTOS (the
// content/protos folder of the NuGet package Google.Api.CommonProtos). Prints one JSON document; a refusal is printed as JSON
// too, with exit code 1.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import ICAL from 'ical.js';
import protobuf from 'protobufjs';

const here = dirname(fileURLToPath(import.meta.url));
const includeDirs = [join(here, '../../protos'), ...(process.env.GOOGLE_PROTOS ? [process.env.GOOGLE_PROTOS] : [])];
const definition = loader.loadSync(
  ['cases/v1/case_log', 'compliance/v1/compliance', 'calendars/v1/calendar', 'deadlines/v1/deadline'].map(name => `reform/${name}_service.proto`),
  { includeDirs, keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true });
const packages = grpc.loadPackageDefinition(definition);
const chunkBytes = 64 * 1024;

const [address, command, ...rest] = process.argv.slice(2);
const commands = { import: importLog, evaluate, explain, deadlines, ics };

async function importLog(caseLogId, logPath, mappingPath, requestId = randomUUID(), stopAfter) {
  const log = readFileSync(logPath);
  const mapping = readFileSync(mappingPath);
  const references = Object.entries(JSON.parse(withoutComments(mapping.toString())))
    .filter(([key]) => ['calendar', 'procedures', 'units', 'authority'].includes(key))
    .map(([, name]) => ({ name, content: readFileSync(join(dirname(mappingPath), name)) }));
  const client = caseLogs();
  const begun = await nextOffset(client, requestId);
  const end = stopAfter === undefined ? log.length : Number(stopAfter);
  return new Promise((resolve, reject) => {
    const call = client.ImportCaseLog((error, response) => (error ? reject(error) : resolve({ request_id: requestId, resumed_at: begun, ...response })));
    call.write({
      header: {
        request_id: requestId,
        case_log_id: caseLogId,
        total_bytes: log.length,
        mapping: { name: basename(mappingPath), content: mapping },
        references,
        log_sha256: createHash('sha256').update(log).digest(),
      },
    });
    for (let offset = begun; offset < end; offset += chunkBytes) {
      call.write({ chunk: { offset, data: log.subarray(offset, Math.min(offset + chunkBytes, end)) } });
    }
    call.end();
  });
}

function nextOffset(client, requestId) {
  return new Promise((resolve, reject) => client.GetImport({ request_id: requestId }, (error, response) => {
    if (!error) {
      resolve(response.next_offset);
    } else if (error.code === grpc.status.NOT_FOUND) {
      resolve(0);
    } else {
      reject(error);
    }
  }));
}

function evaluate(caseLogId) {
  const client = new packages.reform.compliance.v1.ComplianceService(address, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => {
    let progress = 0;
    let report = null;
    const call = client.EvaluateCaseLog({ case_log: `caseLogs/${caseLogId}` });
    call.on('data', message => {
      progress += message.event === 'progress' ? 1 : 0;
      report = message.report ?? report;
    });
    call.on('error', reject);
    call.on('end', () => resolve({ progress_messages: progress, report }));
  });
}

function explain(caseLogId, caseId, language = 'vi') {
  const client = new packages.reform.compliance.v1.ComplianceService(address, grpc.credentials.createInsecure());
  const name = `caseLogs/${caseLogId}/cases/${encodeURIComponent(caseId)}`;
  return new Promise((resolve, reject) =>
    client.ExplainCase({ name, language_code: language }, (error, response) => (error ? reject(error) : resolve(response))));
}

// Computes every line over one stream; the answers come in the order of the lines, and a bad line does not end the stream.
function deadlines(path) {
  const client = new packages.reform.deadlines.v1.DeadlineService(address, grpc.credentials.createInsecure());
  const lines = readFileSync(path, 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line));
  return new Promise((resolve, reject) => {
    const answers = [];
    const call = client.StreamDeadlines();
    call.on('data', answer => answers.push(answerOf(answer)));
    call.on('error', reject);
    call.on('end', () => resolve(answers));
    lines.forEach(line => call.write({ correlation_id: line.id, question: questionOf(line) }));
    call.end();
  });
}

function questionOf({ unit, amount, received, suspensions = [], extensions = [] }) {
  const limit = (count, code) => ({ amount: count, unit: `TIME_UNIT_${code.toUpperCase()}` });
  return {
    received_at: momentOf(received),
    terms: {
      limit: limit(amount, unit),
      suspensions: suspensions.map(([from, to]) => ({ from_date: dateOf(from), to_date: dateOf(to) })),
      extensions: extensions.map(([code, count]) => ({ length: limit(count, code) })),
    },
  };
}

function answerOf({ correlation_id: id, deadline, error }) {
  if (error) {
    return { id, ...detailsOf(error.details.map(detail => ({ type_url: detail.type_url, value: detail.value }))) };
  }
  const instant = deadline.due_kind === 'DUE_KIND_INSTANT';
  return {
    id,
    due_kind: instant ? 'instant' : 'date',
    due: instant ? `${isoDate(deadline.due_at)}T${isoTime(deadline.due_at)}` : isoDate(deadline.due_date),
    provisional: deadline.provisional,
  };
}

const digits = (number, length = 2) => String(number).padStart(length, '0');
const isoDate = ({ year, month, day }) => `${digits(year, 4)}-${digits(month)}-${digits(day)}`;
const isoTime = ({ hours, minutes, seconds }) => `${digits(hours)}:${digits(minutes)}:${digits(seconds)}`;

function dateOf(text) {
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
}

// Vietnam civil time: a date-time without offset.
function momentOf(text) {
  const [date, time] = text.split('T');
  const [hours, minutes, seconds] = time.split(':').map(Number);
  return { ...dateOf(date), hours, minutes, seconds };
}

// The iCalendar file of a year, as another program reads it.
function ics(year, language = 'vi') {
  const client = new packages.reform.calendars.v1.CalendarService(address, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => client.ExportCalendar({ year: Number(year), language_code: language }, (error, response) => {
    if (error) {
      reject(error);
      return;
    }
    const calendar = new ICAL.Component(ICAL.parse(response.content.toString('utf8')));
    const events = calendar.getAllSubcomponents('vevent').map(component => new ICAL.Event(component));
    resolve({
      file_name: response.file_name,
      method: calendar.getFirstPropertyValue('method'),
      name: calendar.getFirstPropertyValue('name'),
      events: events.map(event => ({
        uid: event.uid,
        all_day: event.startDate.isDate,
        start: event.startDate.toString(),
        end: event.endDate.toString(),
        summary: event.summary,
        description: event.description,
        category: event.component.getFirstPropertyValue('categories'),
        status: event.component.getFirstPropertyValue('status'),
        sequence: event.sequence,
        stamp: event.component.getFirstPropertyValue('dtstamp').toString(),
      })),
    });
  }));
}

function caseLogs() {
  return new packages.reform.cases.v1.CaseLogService(address, grpc.credentials.createInsecure());
}

// Mappings may hold // comments on lines of their own.
function withoutComments(json) {
  return json.replace(/^\s*\/\/.*$/gm, '');
}

// A refusal with its google.rpc details: the reason, the metadata and the fields at fault.
function describe(error) {
  const refusal = { code: grpc.status[error.code] ?? 'ERROR', message: error.details ?? error.message };
  const [encoded] = error.metadata?.get('grpc-status-details-bin') ?? [];
  return encoded ? { ...refusal, ...detailsOf(rpcTypes().lookupType('google.rpc.Status').decode(encoded).details) } : refusal;
}

function detailsOf(details) {
  const types = rpcTypes();
  return Object.fromEntries(details.map(detail => {
    const name = detail.type_url.split('/').pop();
    const type = types.lookupType(name);
    return [name.split('.').pop(), type.toObject(type.decode(detail.value))];
  }));
}

function rpcTypes() {
  const types = new protobuf.Root();
  types.resolvePath = (origin, target) => includeDirs.map(folder => join(folder, target)).find(existsSync) ?? target;
  types.loadSync(['google/rpc/status.proto', 'google/rpc/error_details.proto']);
  return types;
}

if (!commands[command]) {
  console.error('usage: node client.mjs <address> import|evaluate|explain|deadlines|ics …');
  process.exit(2);
}

try {
  console.log(JSON.stringify(await commands[command](...rest), null, 2));
} catch (error) {
  console.log(JSON.stringify(describe(error), null, 2));
  process.exitCode = 1;
}
