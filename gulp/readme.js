'use strict';

// The README of a package with one provider, made from the sections of ours.

/** The text below a heading `## <title>`. */
function section(readme, title) {
	const parts = readme.split(/^## /m);
	const found = parts.find((part) => part.startsWith(`${title}\n`));
	if (found === undefined) throw new Error(`README.md has no section "${title}".`);
	return found.slice(title.length).trim();
}

/** Of a text's first table, the head and the rows of one provider; those below it without a name are its, too. */
function rowsIn(text, where, provider) {
	const lines = text.split('\n');
	const first = lines.findIndex((line) => line.startsWith('|'));
	const [head, line, ...rest] = lines.slice(first);
	const end = rest.findIndex((row) => !row.startsWith('|'));
	const rows = end === -1 ? rest : rest.slice(0, end);
	let name = '';
	const own = rows.filter((row) => {
		const [, cell] = row.split('|');
		name = cell.replaceAll('*', '').trim() || name;
		return name === provider || name.startsWith(`${provider} `);
	});
	if (own.length === 0) throw new Error(`${where} has no row for ${provider}.`);
	return [head, line, ...own].join('\n');
}

const rowsOf = (readme, title, provider) =>
	rowsIn(section(readme, title), `README.md › ${title}`, provider);

/** Links to files of the repository lead there; npm and n8n show the README without them. */
const withLinks = (text, { homepage }) => {
	const base = homepage.replace(/#.*$/, '');
	return text
		.replace(/\]\((?!https?:|#)([^)]+)\)/g, (_, file) => `](${base}/blob/main/${file})`)
		.replace(/\]\(#([^)]+)\)/g, (_, anchor) => `](${base}#${anchor})`);
};

/** What the README says of all triggers, said of one. */
function triggersOf(readme, title) {
	// A picture shows one provider, and npm shows none by these links.
	const text = section(readme, 'Triggers').replace(/\n+!\[.*\)$/gm, '');
	const own = text.replace(
		/^Four triggers, such as \*[^*]+\*, start /,
		`*${title} Trigger* starts `,
	);
	if (own === text) throw new Error('README.md › Triggers begins in another way.');
	return own;
}

/** What a first workflow of this provider needs besides the account. */
function firstChoice(readme, title) {
	const steps = section(readme, 'A first workflow').replace(/\s+/g, ' ');
	const field = new RegExp(`In ${title}, choose the (\\*\\*[^*]+\\*\\*), too`).exec(steps)?.[1];
	return field === undefined ? '' : ` Choose the ${field}, too.`;
}

/** Nothing where all operations only read. */
const aboutWrites = (operations) =>
	/\b(Create|Register|Invite|Delete)\b/.test(operations)
		? ` One that
writes is never sent again when its outcome is unknown: [docs/writes.md](docs/writes.md). An AI Agent uses such an
operation without asking you: [With an AI Agent](#operations).`
		: '';

exports.readmeFor = function readmeFor(
	{ title, name, description },
	{ readme, filters, manifest },
) {
	const rows = (heading) => rowsOf(readme, heading, title);
	// Its last sentence leads to the other packages.
	const [installed] = section(readme, 'Install').split(/\sOn\s+n8n Cloud,/);
	const install = installed.replaceAll(manifest.name, name);
	const operations = rows('Operations');
	const [output] = section(readme, 'Output').split('\n\n');
	const [tested] = section(readme, 'Compatibility').split(/\sRequests\s+go\s/);
	const text = `# ${name}

${description}.

The node *${title}* is also a tool for AI Agents. *${title} Trigger* starts a workflow when somebody joined, changed or
left.

This package has ${title} alone, for n8n Cloud: n8n Cloud installs verified packages only, and n8n verifies packages of one
service each. If you host n8n yourself, you may install [${manifest.name}](${manifest.homepage}) instead, which has more
providers and a node that works with all of them.

## Install

${install}

## Credentials

In the node, select **Connect to …**, fill in the fields and save: n8n tests the credential at once.

${rows('Credentials')}

## A first workflow

1. In an empty workflow, select **+** and search for *${title}*. Select the node, then the action **Get many users**.
2. Connect your account, as described under Credentials.${firstChoice(readme, title)}
3. Select **Execute step**. The output shows the first 50 users. If there are more, a white box above the table says so.
4. Turn on **Return All** to get everyone, or add a filter under **Filters**.

## Operations

${operations}

An operation without a resource in front of it belongs to **User**. Each operation runs once per input item.${aboutWrites(operations)}

## Output

${output}

Some operations have fewer. What a unified user looks like: [Output of all nodes](#output).

## Filters

${rowsIn(filters, 'docs/filters.md', title)}

What matches, and how dates are read: [Filters of all nodes](#filters).

## Triggers

${triggersOf(readme, title)}

## Limits

${rows('Limits')}

## Compatibility

${tested}

More: [examples](#examples) · [troubleshooting](#troubleshooting) · [changes](CHANGELOG.md) ·
[all packages](docs/packages.md). License: [MIT](LICENSE.md).
`;
	return withLinks(text, manifest);
};
