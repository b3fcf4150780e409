// A Reform client in another language. Usage:
//   node client.mjs <address> import <case-log-id> <log> <mapping> [request-id] [stop-after-bytes]
//   node client.mjs <address> evaluate <case-log-id>
//   node client.mjs <address> explain <case-log-id> <case-id> [language]
//   node client.mjs <address> deadlines <lines of JSON: id, unit, amount, received, suspensions, extensions>
//   node client.mjs <address> ics <year> [language]
//   node client.mjs <address> delegate
//   node client.mjs <address> procedure <definition> <draft> <date>
//   node client.mjs <address> handle <procedure code> <case-id> <received> <started> <decided>
//   node client.mjs <address> findings <case-id>
//   node client.mjs <address> rule <code> <filter> <case-id>
//   node client.mjs <address> score <criteria set> <measures> <year> <group> <unit> <leaf> <measure> <value> <unit,leaf,own points,appraised points>
//   node client.mjs <address> programme
//   node client.mjs <address> inspect <seed> <units, with commas>
//   node client.mjs <address> pilot <procedure code> <unit>
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
import { evaluationsOf } from './evaluations.mjs';
import { findingsOf } from './findings.mjs';
import { inspectionsOf } from './inspections.mjs';
import { commandsOf } from './procedures.mjs';
import { rulesOf } from './rules.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const includeDirs = [join(here, '../../protos'), ...(process.env.GOOGLE_PROTOS ? [process.env.GOOGLE_PROTOS] : [])];
const definition = loader.loadSync(
  ['cases/v1/case_log', 'compliance/v1/compliance', 'compliance/v1/data_rule', 'calendars/v1/calendar', 'deadlines/v1/deadline', 'organizations/v1/organization', 'delegation/v1/delegation',
    'procedures/v1/procedure', 'procedures/v1/interpretation', 'procedures/v1/publication', 'casefiles/v1/case',
    'inspections/v1/inspection', 'pilots/v1/pilot', 'scoring/v1/scoring', 'programmes/v1/programme']
    .map(name => `reform/${name}_service.proto`),
  { includeDirs, keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true });
const packages = grpc.loadPackageDefinition(definition);
const chunkBytes = 64 * 1024;

const [address, command, ...rest] = process.argv.slice(2);
const commands = {
  import: importLog, evaluate, explain, deadlines, ics, delegate, ...commandsOf(packages, address, grpc.credentials.createInsecure()),
  findings: findingsOf(packages, address, grpc.credentials.createInsecure()),
  rule: rulesOf(packages, address, grpc.credentials.createInsecure()),
  ...inspectionsOf(packages, address, grpc.credentials.createInsecure()), ...evaluationsOf(packages, address, grpc.credentials.createInsecure()),
};

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

// Enters two units, a power and a mandate, asks who may decide before and after the mandate is revoked, and why not any more.
async function delegate() {
  const credentials = grpc.credentials.createInsecure();
  const organizations = new packages.reform.organizations.v1.OrganizationService(address, credentials);
  const delegation = new packages.reform.delegation.v1.DelegationService(address, credentials);
  const call = (client, method, request) => new Promise((resolve, reject) =>
    client[method](request, (error, response) => (error ? reject(error) : resolve(response))));
  const enter = (client, method, request) => call(client, method, { request_id: randomUUID(), ...request });
  const text = (vi, en) => ({ vi, en });
  const level = 'ORGANIZATION_LEVEL_PROVINCE';
  await enter(organizations, 'CreateUnit', {
    unit_id: 'committee', unit: { display_name: text('Ủy ban nhân dân tỉnh mẫu', 'Model provincial committee'), kind: 'BODY_KIND_PEOPLES_COMMITTEE', level },
  });
  await enter(organizations, 'CreateUnit', {
    unit_id: 'department', parent: 'units/committee',
    unit: { display_name: text('Sở mẫu', 'Model department'), kind: 'BODY_KIND_SPECIALIZED_AGENCY', level },
  });
  await enter(delegation, 'CreatePower', {
    power_id: 'permit',
    power: { display_name: text('Cấp phép', 'Issue of a permit'), holders: [{ holder: 'committee', basis: { citation: text('Luật mẫu, Điều 1', 'Model law, Article 1') } }] },
  });
  const { grant } = await enter(delegation, 'CreateGrant', {
    grant_id: 'mandate',
    grant: {
      kind: 'GRANT_KIND_MANDATE', power: 'powers/permit', grantor: 'committee', grantee: 'department', grantee_kind: 'GRANTEE_KIND_UNIT',
      period: { from: dateOf('2026-01-01'), to: dateOf('2027-01-01') },
      instrument: { number: '1/QĐ-UBND', date: dateOf('2025-12-15'), title: text('Quyết định ủy quyền', 'Mandate'), kind: 'INSTRUMENT_KIND_ADMINISTRATIVE_DOCUMENT' },
    },
  });
  const question = { actor: 'department', power: 'powers/permit', on: dateOf('2026-06-15') };
  const check = async () => (await call(delegation, 'CheckAuthority', { question })).decision;
  const before = await check();
  const revoked = await enter(delegation, 'RevokeGrant', { name: grant.name, etag: grant.etag, on: dateOf('2026-06-01') });
  const after = await check();
  const known = await call(delegation, 'CheckAuthority', { question, known_at: justBefore(revoked.record.record_time) });
  const { decision } = await call(delegation, 'ExplainAuthority', { question, language_code: 'vi' });
  return { before, after, known_before: known.decision, explanation: decision.explanation };
}

const justBefore = ({ seconds, nanos }) => (nanos >= 1000 ? { seconds, nanos: nanos - 1000 } : { seconds: seconds - 1, nanos: 999_999_000 });

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
  console.error('usage: node client.mjs <address> import|evaluate|explain|deadlines|ics|delegate|procedure|handle|score|programme …');
  process.exit(2);
}

try {
  console.log(JSON.stringify(await commands[command](...rest), null, 2));
} catch (error) {
  console.log(JSON.stringify(describe(error), null, 2));
  process.exitCode = 1;
}
