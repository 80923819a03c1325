/**
 * What a link means, whichever engine runs it: variables, a name in the hosts file, and both still true when the target
 * has restarted.
 *
 * <p>Where an engine does it, the engine does it. Where none does, Dockline gives the linking container a network of its
 * own, in which each target has a fixed address; so name and variables need nobody to keep them up to date.
 */
package dev.dockline.link;
