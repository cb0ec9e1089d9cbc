/**
 * Commands of people and of the province platform: who may see the alert, whether the command was given before, what the domain says, and the answer that is kept. Asked by the
 * service's endpoint and by the provincial exchange.
 */
package io.sanse.alert.command;
