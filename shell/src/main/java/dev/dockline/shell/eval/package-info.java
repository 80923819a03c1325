/**
 * JShell behind one small interface: text in, outcome out. What only calls never gets there: {@code call} runs it.
 *
 * <p>{@link dev.dockline.shell.eval.Evaluator} is what the rest of the shell sees. Three threads take part in one
 * evaluation: the caller waits; one thread owns JShell, which is not thread-safe; a third runs the snippet. Ctrl-C
 * therefore can always give the prompt back, by leaving the third one behind, and JShell itself is never broken off.
 */
package dev.dockline.shell.eval;
