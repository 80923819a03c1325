/**
 * What is known before anything is done: reading all that an engine has, and telling what would become of it. Planning
 * itself is {@link dev.dockline.Docker#plan}; the engine on which a plan tries things out is
 * {@link dev.dockline.embedded.EmbeddedEngine#imagining}.
 */
package dev.dockline.plan;
