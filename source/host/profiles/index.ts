/** The stacks to choose from: RFC text, and two that are out there. */
import type {Profile, ProfileName} from '../../tcp/profile.js';
import {freebsd} from './freebsd.js';
import {linux} from './linux.js';
import {textbook} from './textbook.js';

export const profiles: Readonly<Record<ProfileName, Profile>> = {textbook, linux, freebsd};
