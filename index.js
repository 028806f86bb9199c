'use strict';

module.exports = {
	...require('./dist/nodes/Autocalls/Autocalls.node.js'),
	...require('./dist/nodes/Autocalls/AutocallsTrigger.node.js'),
	...require('./dist/nodes/Quo/Quo.node.js'),
	...require('./dist/nodes/Quo/QuoTrigger.node.js'),
	...require('./dist/nodes/UserDirectory/UserDirectory.node.js'),
	...require('./dist/nodes/Voximplant/Voximplant.node.js'),
	...require('./dist/nodes/Voximplant/VoximplantTrigger.node.js'),
	...require('./dist/nodes/Worksection/Worksection.node.js'),
	...require('./dist/nodes/Worksection/WorksectionTrigger.node.js'),
	...require('./dist/credentials/AutocallsApi.credentials.js'),
	...require('./dist/credentials/QuoApi.credentials.js'),
	...require('./dist/credentials/VoximplantApi.credentials.js'),
	...require('./dist/credentials/WorksectionApi.credentials.js'),
	...require('./dist/credentials/WorksectionOAuth2Api.credentials.js'),
};
