import {
  answerHasFact,
  answerIsAnOption,
  dataIsAsked,
  itemsAreApart,
  orderFollowsDates,
  regionsAreThere,
  undecidedIsFree
} from './activities';
import { addressIsWhole, staysInHouse } from './addresses';
import { dateIsEdtf, erasFollow, eventInAnEra } from './dates';
import { disputeHasVariants, eventHasFact, factHasSource } from './evidence';
import { roomsAreJoined, wallIsThere, workFitsWall, workIsNotOverDoorway, worksAreApart } from './gallery';
import { duplicateId, idIsFolder } from './ids';
import { agesAscend, minutesAddUp, optionsAreAlike, stepsHaveTasks } from './lessons';
import { kindHasFiles, mediaFitsRole, mediaIsThere, mediaStaysInside } from './media';
import { pagesAreApart, readingsHaveLines, regionsHavePageAndLine } from './pages';
import { coverIsObject, stopLeadsNowhere, thingIsInTheExhibit, unknownReference } from './references';
import { recordIsOpen, rightsAreKnown, rightsAreThere } from './rights';
import type { Rule } from './rule';
import {
  altIsNotTitle,
  altIsThere,
  labelIsShort,
  languagesAreListed,
  languagesAreThere,
  punctuationIsFullWidth,
  textHasNoHtml
} from './texts';
import { versionIsKnown } from './version';

/** Every relation of an exhibit that is checked, each a function of its own. */
export const RULES: Rule[] = [
  versionIsKnown,
  idIsFolder,
  duplicateId,
  unknownReference,
  coverIsObject,
  stopLeadsNowhere,
  thingIsInTheExhibit,
  answerIsAnOption,
  regionsAreThere,
  itemsAreApart,
  orderFollowsDates,
  undecidedIsFree,
  dataIsAsked,
  stepsHaveTasks,
  minutesAddUp,
  agesAscend,
  optionsAreAlike,
  dateIsEdtf,
  eventInAnEra,
  erasFollow,
  factHasSource,
  eventHasFact,
  answerHasFact,
  disputeHasVariants,
  altIsThere,
  altIsNotTitle,
  languagesAreThere,
  languagesAreListed,
  labelIsShort,
  punctuationIsFullWidth,
  textHasNoHtml,
  rightsAreThere,
  rightsAreKnown,
  recordIsOpen,
  staysInHouse,
  addressIsWhole,
  mediaStaysInside,
  mediaIsThere,
  mediaFitsRole,
  kindHasFiles,
  pagesAreApart,
  regionsHavePageAndLine,
  readingsHaveLines,
  wallIsThere,
  workFitsWall,
  worksAreApart,
  workIsNotOverDoorway,
  roomsAreJoined
];
