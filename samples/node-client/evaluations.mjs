// What a committee does with its reform programme and with the evaluation of units, as calls: publish criteria, take in measures, appraise, explain, rank,
// decide; enter a programme, urge, and be told of a notice while it is sent.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

export function evaluationsOf(packages, address, credentials) {
  const { ScoringService } = packages.reform.scoring.v1;
  const { ProgrammeService } = packages.reform.programmes.v1;
  const { OrganizationService } = packages.reform.organizations.v1;
  const call = (client, method, request) => new Promise((resolve, reject) =>
    client[method](request, (error, response) => (error ? reject(error) : resolve(response))));
  const enter = (client, method, request) => call(client, method, { request_id: randomUUID(), ...request });

  // Publishes criteria, imports measures, mends one measure, has one leaf appraised, and tells scores, ranks, levels and why.
  async function score(setPath, measuresPath, period, group, unit, leaf, measure, value, appraised) {
    const scoring = new ScoringService(address, credentials);
    const content = readFileSync(setPath);
    const publishedOn = dateOf(`${period}-01-02`);
    const checked = await enter(scoring, 'PublishCriteriaSet', { content, published_on: publishedOn, validate_only: true });
    const { criteria_set: set } = await enter(scoring, 'PublishCriteriaSet', { content, published_on: publishedOn });
    const imported = await enter(scoring, 'ImportMeasures', { period, group, format: 'MEASURE_FORMAT_JSON', content: readFileSync(measuresPath) });

    const { unit_measures: measures } = await call(scoring, 'GetMeasures', { unit, period });
    measures.leaves.find(l => l.leaf === leaf).measures.find(m => m.name === measure).number = value;
    await enter(scoring, 'RecordMeasures', { unit_measures: measures, etag: measures.etag });
    const stale = await enter(scoring, 'RecordMeasures', { unit_measures: measures, etag: measures.etag }).then(() => null, error => error.details ?? String(error));

    const [other, otherLeaf, own, points] = appraised.split(',');
    const following = Number(period) + 1;
    const self = await enter(scoring, 'RecordSelfScore', {
      unit: other, period, on: dateOf(`${following}-01-05`), scores: [{ leaf: otherLeaf, points: own }],
    });
    const { appraisal } = await enter(scoring, 'AppraiseScore', {
      unit: other, period, etag: self.appraisal.etag, on: dateOf(`${following}-01-10`), dispute_until: dateOf(`${following}-01-20`),
      appraiser_unit: 'units/organization-commission', scores: [{ leaf: otherLeaf, points, reason: { vi: 'tài liệu một phần', en: 'documents in part' } }],
    });

    const { scores } = await call(scoring, 'ListScores', { period, group, language_code: 'vi' });
    const { explanation } = await call(scoring, 'ExplainScore', { unit, period, language_code: 'vi' });
    const cap = await call(scoring, 'ProposeExcellence', { period, group, base: 'CAP_BASE_BEFORE_DEMOTION', language_code: 'vi' });
    const { result } = await enter(scoring, 'PublishResult', { unit, period, decided_by: 'units/committee', decided_on: dateOf(`${following}-02-01`) });
    const judged = await call(scoring, 'EvaluateScoring', { parent: unit, period, language_code: 'vi' });
    return {
      gaps: checked.criteria_set.gaps.length, set: set.name, imported: imported.units, stale, appraisal: appraisal.state,
      scores: scores.map(s => ({ unit: s.unit, index: s.index, rank: s.rank, level: s.level })), explanation, cap, result,
      findings: judged.judgements.map(j => ({ code: j.rule.code, verdict: j.verdict, text: j.reason?.text })),
    };
  }

  // Enters three units and a programme with a task that is long overdue, listens, urges twice, and returns what was heard and sent.
  async function programme() {
    const organizations = new OrganizationService(address, credentials);
    for (const id of ['committee', 'office', 'ward']) {
      await enter(organizations, 'CreateUnit', {
        unit_id: id, unit: { display_name: text(id), kind: 'BODY_KIND_PEOPLES_COMMITTEE', level: 'ORGANIZATION_LEVEL_COMMUNE', period: { from: dateOf('2020-01-01') } },
      });
    }

    const programmes = new ProgrammeService(address, credentials);
    const name = 'programmes/p1';
    const [begun, due, end] = [-300, -30, 300].map(days => dateOf(dayFromToday(days)));
    const basis = { citation: text('Quyết định mẫu') };
    await enter(programmes, 'EnterProgrammeFacts', {
      entries: [
        {
          programme: {
            name, number: '1', title: text('Chương trình mẫu'), issuer: 'units/committee', issued_on: begun, first_day: begun, last_day: end,
            goals: [{ goal_id: 'g', text: text('rút ngắn') }], source: text('bịa ra để thử'),
          },
        },
        { role: { name: 'programmeRoles/coordinator', programme: name, kind: 'PROGRAMME_ROLE_KIND_COORDINATOR', holder: 'units/office', period: { from: begun }, basis } },
        {
          task: {
            name: 'programmeTasks/t1', programme: name, title: text('Việc mẫu'), participants: [{ unit: 'units/ward', role: 'PARTICIPANT_ROLE_LEAD' }],
            output: text('báo cáo'), due_on: due, source_clause: 'II.1', difficulty: 'TASK_DIFFICULTY_EASY', goal: 'g', assigned_on: begun, assigned_by: 'units/committee',
          },
        },
      ].map(fact => ({ fact })),
    });

    const heard = firstNotice(programmes.WatchNotices({ name, parent: 'units/-', cursor: 'now' }), () => enter(programmes, 'UrgeTasks', { name, unit: 'units/office', language_code: 'vi' }));
    const { sent, notice } = await heard;
    const again = await enter(programmes, 'UrgeTasks', { name, unit: 'units/office', language_code: 'vi' });
    const refused = await enter(programmes, 'UrgeTasks', { name, unit: 'units/ward' }).then(() => null, error => error.details ?? String(error));
    const listed = await call(programmes, 'ListNotices', { name, parent: 'units/-' });
    return { sent: sent.sent, notice, again: again.sent.length, refused, listed: listed.notices };
  }

  return { score, programme };
}

// The first message of the stream tells where it begins: only then is anything sent.
function firstNotice(stream, send) {
  return new Promise((resolve, reject) => {
    let sent = null;
    stream.on('data', message => {
      if (sent === null) {
        sent = send();
        sent.catch(reject);
      } else if (message.notice) {
        stream.cancel();
        sent.then(response => resolve({ sent: response, notice: message.notice }), reject);
      }
    });
    stream.on('error', reject);
  });
}

const text = vi => ({ vi, en: vi });
const dayFromToday = days => new Date(Date.now() + ((7 + (24 * days)) * 3600 * 1000)).toISOString().slice(0, 10);

function dateOf(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return { year, month, day };
}
