/**
 * What the system costs, each figure beside a reference run in the same window. A figure that is a
 * ratio or a size has a limit; the clock on the wall is reported only. Results are lines that begin
 * with FIGURE; the last ones are in {@code ear/docs/figures.md}.
 */
package org.openpriorauth.benchmark;
