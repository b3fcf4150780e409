// What an agency does with a procedure and its cases, as calls: publish, compare, ask how a limit is read, post; receive and handle a case.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export function commandsOf(packages, address, credentials) {
  const { ProcedureService, InterpretationService, PublicationService } = packages.reform.procedures.v1;
  const { CaseService } = packages.reform.casefiles.v1;
  const call = (client, method, request) => new Promise((resolve, reject) =>
    client[method](request, (error, response) => (error ? reject(error) : resolve(response))));
  const enter = (client, method, request) => call(client, method, { request_id: randomUUID(), ...request });

  // Publishes a definition, compares a draft with it, asks a question of interpretation, and posts the procedure at a unit.
  async function procedure(definitionPath, draftPath, on) {
    const procedures = new ProcedureService(address, credentials);
    const published = (await enter(procedures, 'PublishProcedure', { content: readFileSync(definitionPath) })).procedure;
    const { name, steps, time_limits: [limit] } = published;
    const comparison = await call(procedures, 'CompareProcedureVersions', {
      name, before: dateOf(on), after: dateOf(on), draft: readFileSync(draftPath), language_code: 'vi',
    });
    const codes = [];
    let page = {};
    do {
      page = await call(procedures, 'ListProcedures', { page_size: 10, page_token: page.next_page_token ?? '' });
      codes.push(...page.procedures.map(p => p.name));
    } while (page.next_page_token !== '');

    const interpretations = new InterpretationService(address, credentials);
    const text = vi => ({ vi, en: vi });
    await enter(interpretations, 'CreateQuestion', {
      question_id: 'weeks',
      question: {
        subject: { procedure: name, limit: limit.limit }, text: text('Tính theo tuần?'), asked_on: dateOf(on),
        readings: [
          { reading_id: 'written', meaning: text('theo văn bản') },
          { reading_id: 'week', meaning: text('một tuần'), limit: { amount: 1, unit: 'TIME_UNIT_WEEK' } },
        ],
      },
    });
    const read = await call(interpretations, 'ExplainTimeLimit', {
      name, limit: limit.limit, on: dateOf(on), events: [{ event: limit.start_event, on: dateOf(on) }], language_code: 'vi',
    });

    const publications = new PublicationService(address, credentials);
    await enter(publications, 'RecordPublications', {
      entries: [{
        publication: {
          name: 'publications/board', procedure: name, version: 1, unit: 'units/ward', channel: 'PUBLICATION_CHANNEL_NOTICE_BOARD',
          posted: { from: dateOf(on) }, secret_content: false,
        },
      }],
    });
    const posted = await call(publications, 'ListPublications', { parent: 'units/ward' });
    return { name, steps: steps.length, comparison, codes, read, posted: posted.publications };
  }

  // Receives a case, records what happens to it, and looks at it as of an earlier date; a second append by the old etag is refused.
  async function handle(procedureCode, caseId, receivedOn, startedOn, decidedOn) {
    const cases = new CaseService(address, credentials);
    const at = date => ({ date: dateOf(date) });
    const created = await enter(cases, 'CreateCase', {
      case_id: caseId, receipt: { at: at(receivedOn), received: { procedure: procedureCode, unit: 'ward', requester: 'R-1' } },
    });
    const { name, etag } = created.case_file;
    const entries = [
      { event: { at: at(startedOn), step_started: { step: 1, assignee: 'expert-1' } } },
      { event: { at: at(decidedOn), step_finished: { step: 1 } } },
      { event: { at: at(decidedOn), decided: {} } },
      { event: { at: at(decidedOn), result_returned: {} } },
    ];
    const appended = await enter(cases, 'AppendCaseEvents', { name, etag, entries });
    const refused = await enter(cases, 'AppendCaseEvents', { name, etag, entries }).then(() => null, error => error.details ?? String(error));
    const earlier = await call(cases, 'GetCase', { name, as_of: dateOf(startedOn), language_code: 'vi' });
    const listed = await call(cases, 'ListCases', { parent: 'units/ward' });
    return {
      due_on: isoDate(created.slip.due_on), records: appended.records, state: appended.case_file.state, earlier: earlier.case_file.state, refused,
      cases: listed.cases.map(c => c.name),
    };
  }

  return { procedure, handle };
}

const digits = (number, length = 2) => String(number).padStart(length, '0');
const isoDate = ({ year, month, day }) => `${digits(year, 4)}-${digits(month)}-${digits(day)}`;

function dateOf(text) {
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
}
