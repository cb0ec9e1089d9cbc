/**
 * Checked expressions as Java: each model's conditions, score and aggravations become methods of one class, written as text and made into bytes in memory. Fed by {@code library}.
 *
 * <p>The methods know the straight path only. Whatever is out of the ordinary, an absent value, one of another type, an overflow, a division by zero, ends in an
 * exception, and the interpreter says what the expression is worth: so everything that CEL says of errors stays its own.
 */
package io.sanse.model.library.compiled;
