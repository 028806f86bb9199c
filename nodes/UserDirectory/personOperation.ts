import type { Results } from '../shared/execution/provider';
import type { PeopleItem } from './peopleItem';

/** What a file of the folder `person` exports, for what is done once per input item. */
export interface PersonOperation {
	execute(item: PeopleItem): Promise<Results>;
}
