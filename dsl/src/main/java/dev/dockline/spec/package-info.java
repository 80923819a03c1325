/**
 * What was declared: immutable records, one for each noun, that read and print the CLI's own form.
 *
 * <p>A declaration is a name and a list of {@link dev.dockline.spec.Setting}s rather than one record with a field for
 * each noun: a noun is then one file, which knows how it reads, prints and replaces its like, and adding one touches
 * nothing else here. {@code toString()} is the fluent Java that makes the record, {@code cli()} the CLI's form.
 */
package dev.dockline.spec;
