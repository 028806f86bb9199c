'use strict';

// The README of a package with one provider, made from the sections of ours.

/** The text below a heading `## <title>`. */
function section(readme, title) {
	const parts = readme.split(/^## /m);
	const found = parts.find((part) => part.startsWith(`${title}\n`));
	if (found === undefined) throw new Error(`README.md has no section "${title}".`);
	return found.slice(title.length).trim();
}

/** Of the section's first table, the head and the rows of one provider; those below it without a name are its, too. */
function rowsOf(readme, title, provider) {
	const lines = section(readme, title).split('\n');
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
	if (own.length === 0) throw new Error(`README.md › ${title} has no row for ${provider}.`);
	return [head, line, ...own].join('\n');
}

/** Links to files of the repository lead there; npm and n8n show the README without them. */
const withLinks = (text, { homepage }) => {
	const base = homepage.replace(/#.*$/, '');
	return text
		.replace(/\]\((?!https?:|#)([^)]+)\)/g, (_, file) => `](${base}/blob/main/${file})`)
		.replace(/\]\(#([^)]+)\)/g, (_, anchor) => `](${homepage.replace(/#.*$/, '')}#${anchor})`);
};

exports.readmeFor = function readmeFor({ title, name, description }, { readme, manifest }) {
	const rows = (heading) => rowsOf(readme, heading, title);
	// Its last sentence leads to the other packages.
	const [installed] = section(readme, 'Install').split(/\sOn\s+n8n Cloud,/);
	const install = installed.replaceAll(manifest.name, name);
	const output = section(readme, 'Output').split('\n\n')[0];
	const text = `# ${name}

${description}.

This is ${title} alone, from [${manifest.name}](${manifest.homepage}): the same code, for n8n instances that install
packages of one service each. If you host n8n yourself, install ${manifest.name} instead; it has the other providers, too,
and the node *User Directory*.

## Install

${install}

## Credentials

${rows('Credentials')}

## Operations

${rows('Operations')}

An operation without a resource in front of it belongs to **User**.

## Output

${output}

## Filters

${rows('Filters')}

## Limits

${rows('Limits')}

Pasted values, examples, triggers and troubleshooting: see the [README](${manifest.homepage}) of ${manifest.name}.
License: [MIT](LICENSE.md).
`;
	return withLinks(text, manifest);
};
