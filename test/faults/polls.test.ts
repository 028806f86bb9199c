import { isPoll } from './fault';
import { cells } from './matrix';
import { testCells } from './testCells';

testCells(cells.filter(({ column }) => isPoll(column)));
