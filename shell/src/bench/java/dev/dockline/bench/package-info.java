/** Measurements as ratios, taken in one run; CONTRIBUTING says how to run them. */
package dev.dockline.bench;
