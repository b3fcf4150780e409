// States a rule as data, has the stored cases judged, and explains what it found of one case in Vietnamese and in English. Beside it: every
// code that the service has, those of rule packs among them.
import { randomUUID } from 'node:crypto';

export function rulesOf(packages, address, credentials) {
  const { ComplianceService, DataRuleService } = packages.reform.compliance.v1;
  const call = (client, method, request) =>
    new Promise((resolve, reject) => client[method](request, (error, response) => (error ? reject(error) : resolve(response))));

  return async function rule(code, requires, caseId) {
    const compliance = new ComplianceService(address, credentials);
    const dataRules = new DataRuleService(address, credentials);
    const made = await call(dataRules, 'CreateDataRule', {
      request_id: randomUUID(),
      data_rule_id: code,
      data_rule: {
        severity: 'SEVERITY_WARNING',
        title: { vi: 'Giải quyết lâu', en: 'Long handling' },
        basis: { citation: { vi: 'Quy chế mẫu', en: 'A made-up regulation' } },
        requires,
        breach: { vi: 'Đã {calendar_days} ngày', en: '{calendar_days} days so far' },
      },
    });
    await ended(compliance.EvaluateCases({ parent: 'units/-' }));
    const listed = await call(compliance, 'ListFindings', { parent: 'units/-', rule_code: code });
    const explained = {};
    for (const language_code of ['vi', 'en']) {
      explained[language_code] = (await call(compliance, 'ExplainFinding', { case: `caseFiles/${encodeURIComponent(caseId)}`, rule_code: code, language_code })).sentences;
    }

    const codes = (await call(compliance, 'ListRules', { language_code: 'en' })).rules.map(r => r.code);
    return { made: made.data_rule, findings: listed.findings, explained, codes };
  };
}

function ended(call) {
  return new Promise((resolve, reject) => call.on('data', () => {}).on('error', reject).on('end', resolve));
}
