/**
 * What can only be wrong in an expression that is well written otherwise: too dear, without a value, always or never true, out of reach behind another one, a score beyond its range. Pure; fed
 * by {@code library} with checked expressions.
 *
 * <p>Conditions are held against each other over regions: what a value is compared with cuts its range into regions, within which no comparison changes. Parts that are understood no further are
 * taken to be true or false independently of all others, so that nothing is refused that might make sense.
 */
package io.sanse.model.library.sense;
