/**
 * Declarations as Compose files, and back. Most keys of a service say what a flag of {@code docker run} says, in the same
 * words: {@link dev.dockline.compose.Key} is the table of those, and all else is the few that differ. A package of its own, because
 * reading needs a library for YAML that nobody else does.
 */
package dev.dockline.compose;
