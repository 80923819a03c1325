/**
 * What can go wrong, one type for each kind of mistake, alike on every engine.
 *
 * <p>The package stands below all others, {@code spec} included, so that a malformed string and a refusal by the
 * engine are told in the same three parts: what was being done, why it failed, what to type next.
 */
package dev.dockline.error;
