/**
 * How much the models hold of subjects. The engine measures each of its partitions now and then; every node keeps what its own have, and tells of all of them.
 */
package io.sanse.model.state;
