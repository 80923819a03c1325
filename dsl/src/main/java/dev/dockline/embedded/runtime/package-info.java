/**
 * Running containers: what joins the model with files, programs and ports. {@link dev.dockline.embedded.runtime.Daemon}
 * holds the parts, {@link dev.dockline.embedded.runtime.Lifecycle} moves containers from state to state. A package of its
 * own beside model, fs, net and program, because it is the one that may know all four.
 */
package dev.dockline.embedded.runtime;
