/**
 * What an engine says: immutable records read from its JSON, the {@link dev.dockline.state.Snapshot} of all of them at
 * one moment, and the {@link dev.dockline.state.Delta} between two.
 */
package dev.dockline.state;
