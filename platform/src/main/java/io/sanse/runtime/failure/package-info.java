/** The three ways to fail: {@link io.sanse.runtime.failure.Rejected}, {@link io.sanse.runtime.failure.Unavailable}, and everything else, which is a bug. */
package io.sanse.runtime.failure;
