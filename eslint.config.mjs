import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const tests = ['test/**/*.ts', 'e2e/{tests,queue}/**/*.ts'];
const typescript = [...shipped, ...tests, '{e2e,sandbox,scripts,bench}/**/*.ts'];

const doubleCast = {
	selector: 'TSAsExpression > TSAsExpression.expression[typeAnnotation.type="TSUnknownKeyword"]',
	message: 'No double cast: narrow the value with a guard.',
};
const leftOut = {
	selector:
		'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/], CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
	message: 'Every test runs, always.',
};

export default defineConfig(
	globalIgnores(['dist/', 'packages/', 'node_modules/', '.stryker/']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },

	// As n8n's scanner lints a package (@n8n/scan-community-package, buildScanConfig)
	{
		files: ['package.json', ...shipped],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		languageOptions: { parser: tseslint.parser },
		linterOptions: { noInlineConfig: true },
		rules: { 'no-console': 'error' },
	},
	{ files: ['package.json'], rules: n8nNodesBase.configs.community.rules },
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},

	// House rules
	{
		files: typescript,
		extends: [tseslint.configs.recommendedTypeChecked],
		languageOptions: {
			parserOptions: {
				project: ['tsconfig.json', 'e2e/tsconfig.json'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			eqeqeq: 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'max-lines': ['error', 200],
			'max-lines-per-function': ['error', 40],
			'max-params': ['error', 3],
			complexity: ['error', 8],
			'no-restricted-syntax': ['error', doubleCast],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			// n8n's interfaces ask for promises where there is nothing to wait for
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		files: tests,
		rules: {
			'max-lines': ['error', 300],
			'max-lines-per-function': 'off',
			'max-params': 'off',
			complexity: ['error', 12],
			'no-restricted-syntax': ['error', doubleCast, leftOut],
		},
	},
	{
		// What a type alone tells is left to tsc, except for a test that doesn't wait
		files: ['test/**/*.ts', 'e2e/**/*.ts'],
		rules: {
			...tseslint.configs.disableTypeChecked.rules,
			'@typescript-eslint/no-floating-promises': 'error',
		},
	},
	{ files: ['sandbox/**/*.ts'], rules: { 'max-lines-per-function': ['error', 60] } },
);
