// Judges a stored case, lists what was found against it, explains the first breach in Vietnamese and in English, and reads the stream of what
// happened to findings from its beginning.
export function findingsOf(packages, address, credentials) {
  const { ComplianceService } = packages.reform.compliance.v1;
  const call = (client, method, request) =>
    new Promise((resolve, reject) => client[method](request, (error, response) => (error ? reject(error) : resolve(response))));

  return async function findings(caseId) {
    const client = new ComplianceService(address, credentials);
    const name = `caseFiles/${encodeURIComponent(caseId)}`;
    const evaluation = await call(client, 'EvaluateCase', { name });
    const verdicts = {};
    for (const judgement of evaluation.judgements) {
      verdicts[judgement.verdict] = (verdicts[judgement.verdict] ?? 0) + 1;
    }

    const run = await lastOf(client.EvaluateCases({ parent: 'units/-' }));
    const listed = await call(client, 'ListFindings', { parent: 'units/-', subject: name, verdict: 'VERDICT_FAIL' });
    const first = listed.findings[0];
    const explained = {};
    for (const language_code of ['vi', 'en']) {
      explained[language_code] = (await call(client, 'ExplainFinding', { case: name, rule_code: first.rule.code, language_code })).sentences;
    }

    const whole = await call(client, 'GetFinding', { name: first.name });
    const watched = await firstEvent(client.WatchFindings({ parent: 'units/-' }));
    return { verdicts, run, findings: listed.findings, explained, history: whole.finding.history, watched };
  };
}

function lastOf(call) {
  return new Promise((resolve, reject) => {
    let last = null;
    call.on('data', message => { last = message; });
    call.on('error', reject);
    call.on('end', () => resolve(last));
  });
}

// The first message tells where the stream begins, the second what happened first.
function firstEvent(call) {
  return new Promise((resolve, reject) => {
    call.on('data', message => {
      if (message.event) {
        call.cancel();
        resolve(message);
      }
    });
    call.on('error', reject);
  });
}
