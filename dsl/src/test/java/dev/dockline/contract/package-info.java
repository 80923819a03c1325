/**
 * The contract of the language: the same tests on the embedded engine and on every real one in reach.
 *
 * <p>Which real ones: those that {@code DOCKLINE_TEST_ENGINES} names, a comma-separated list of URLs, else the one that
 * is found as a user's would be. Where there is none, each test is reported as skipped and named at the end of the run.
 */
package dev.dockline.contract;
