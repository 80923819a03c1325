/**
 * What an engine knows and how it decides: Docker's semantics as plain state, with no program, socket or host path in it.
 * {@link dev.dockline.embedded.model.Model} joins the parts and holds their one lock; whatever is against the rules
 * throws {@link dev.dockline.embedded.model.Refused} with Docker's status and words.
 */
package dev.dockline.embedded.model;
