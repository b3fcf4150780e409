// Inspections and pilots. Names in the registers are resource names ("units/ward"); dates are { year, month, day }.
import { randomUUID } from 'node:crypto';

export function inspectionsOf(packages, address, credentials) {
  const { organizations, inspections, pilots } = packages.reform;
  const call = (client, method, request) =>
    new Promise((resolve, reject) => client[method](request, (error, response) => (error ? reject(error) : resolve(response))));
  const enter = (client, method, request) => call(client, method, { request_id: randomUUID(), ...request });
  const text = (vi, en) => ({ vi, en });
  const date = written => { const [year, month, day] = written.split('-').map(Number); return { year, month, day }; };
  const judged = judgements => judgements.map(j => `${j.rule.code} ${j.subject}`);

  // Enters units, draws one of them by a seed, plans and records its inspection with what has to be mended, and asks what is open and what is
  // broken before and after it is mended.
  async function inspect(seed, drawnOf) {
    const units = new organizations.v1.OrganizationService(address, credentials);
    const service = new inspections.v1.InspectionService(address, credentials);
    const candidates = drawnOf.split(',').map(id => `units/${id}`);
    for (const name of ['units/commission', 'units/office', ...candidates]) {
      await enter(units, 'CreateUnit', {
        unit_id: name.slice('units/'.length),
        unit: { display_name: text(name, name), kind: 'BODY_KIND_PARTY_COMMITTEE', level: 'ORGANIZATION_LEVEL_COMMUNE', period: { from: date('2020-01-01') } },
      });
    }
    const [unit] = (await call(service, 'DrawUnits', { seed, units: candidates, count: 1 })).units;
    const facts = [
      {
        plan: {
          name: 'inspectionPlans/2026', unit: 'units/commission', coordinators: ['units/office'], period: { from: date('2026-01-01'), to: date('2027-01-01') },
          approved_on: date('2026-01-20'), conclude_within: { amount: 30, unit: 'TIME_UNIT_CALENDAR_DAY' }, commend_within: { amount: 60, unit: 'TIME_UNIT_CALENDAR_DAY' },
          selections: [{ unit, reason: 'SELECTION_REASON_RANDOM', seed }],
        },
      },
      {
        inspection: {
          name: 'inspections/1', plan: 'inspectionPlans/2026', unit, began_on: date('2026-03-02'), ended_on: date('2026-03-06'),
          inspectors: [{ reference: 'inspector-1', unit: 'units/commission' }],
        },
      },
      { conclusion: { name: 'inspectionConclusions/1', inspection: 'inspections/1', on: date('2026-03-20'), rating: 'INSPECTION_RATING_WEAK' } },
      {
        reminder: {
          name: 'reminders/1', unit, kind: 'REMINDER_KIND_CRITICISM', issued_on: date('2026-03-21'), due_on: date('2026-06-30'),
          what: text('trả kết quả chậm', 'results handed over late'), inspection: 'inspections/1',
        },
      },
      { shortcoming: { name: 'shortcomings/1', unit, found_on: date('2026-03-06'), due_on: date('2026-06-30'), what: text('thiếu niêm yết', 'nothing posted') } },
    ];
    await enter(service, 'EnterInspectionFacts', { entries: facts.map(fact => ({ fact })) });
    const look = async on => ({
      open: (await call(service, 'ListOpenShortcomings', { parent: 'units/-', on: date(on) })).shortcomings.map(s => s.name),
      broken: judged((await call(service, 'EvaluateInspections', { parent: 'units/-', on: date(on), office: 'units/office' })).judgements),
    });
    const before = await look('2026-07-01');
    await enter(service, 'EnterInspectionFacts', {
      entries: [
        { fact: { fix: { name: 'shortcomingFixes/1', shortcoming: 'shortcomings/1', on: date('2026-06-29'), evidence: 'BB-12/2026' } } },
        { fact: { confirmation: { name: 'remedyConfirmations/1', reminder: 'reminders/1', on: date('2026-06-30'), unit: 'units/commission' } } },
      ],
    });
    return { unit, before, after: await look('2026-07-01') };
  }

  // Proposes to try a procedure at a unit, and asks on which days it may, before Central answered and after; then what is broken.
  async function pilot(procedure, unit) {
    const service = new pilots.v1.PilotService(address, credentials);
    const scope = { procedures: [`procedures/${procedure}`], units: [`units/${unit}`], period: { from: date('2026-02-02'), to: date('2026-08-01') } };
    const event = (id, on, happened) => ({ fact: { event: { name: `pilotEvents/${id}`, pilot: 'pilots/online', on: date(on), ...happened } } });
    await enter(service, 'EnterPilotFacts', {
      entries: [
        {
          fact: {
            proposal: {
              name: 'pilots/online', title: text('Nộp hồ sơ trực tuyến', 'Filing online'), unit: `units/${unit}`, drafted_on: date('2025-10-01'), scope,
              gap: text('chưa có quy định về hồ sơ điện tử', 'nothing is said of electronic files'), covered_by: {},
            },
          },
        },
        event('board', '2025-11-03', { board_decision: { agrees: true, valid: true } }),
        event('sent', '2025-11-10', { sent: { document: '120-TTr/TU' } }),
      ],
    });
    const may = async (on, language_code = 'vi') => {
      const { allowed, reason } = await call(service, 'CheckPermission', {
        pilot: 'pilots/online', procedure: `procedures/${procedure}`, unit: `units/${unit}`, on: date(on), language_code,
      });
      return { allowed, code: reason.code, text: reason.text };
    };
    const asked = await may('2026-03-02');
    const answer = await enter(service, 'EnterPilotFacts', { entries: [event('approved', '2026-01-15', { approved: { document: '900-CV/VPTW', scope } })] });
    const state = async on => (await call(service, 'GetPilot', { name: 'pilots/online', on: date(on) })).pilot.state;
    return {
      asked,
      first: await may('2026-02-02'),
      last: await may('2026-07-31', 'en'),
      over: await may('2026-08-01'),
      states: [await state('2025-11-10'), await state('2026-01-15'), await state('2026-02-02'), await state('2026-08-01')],
      found: judged((await call(service, 'EvaluatePilots', { parent: 'units/-', on: date('2026-10-01') })).judgements),
      revision: answer.revision,
    };
  }

  return { inspect, pilot };
}
