/**
 * Named, pure operators that models use with their parameters: each turns the facts about a subject into situations, and each situation into the moments at which the
 * model's conditions can change. A new operator is a class, an entry in {@link io.sanse.model.detect.operator.Operators} and a test table.
 */
package io.sanse.model.detect.operator;
