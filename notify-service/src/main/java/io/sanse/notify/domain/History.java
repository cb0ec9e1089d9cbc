package io.sanse.notify.domain;

/**
 * What has gone to a recipient and from a budget before; messages that were suppressed do not count.
 *
 * @param announced whether this recipient was told of this alert at this level
 * @param samePhone whether this phone gets the same message of the same event under another name
 * @param toPhone messages to this phone in the budget's window
 * @param inAll messages from this budget in its window
 */
public record History(boolean announced, boolean samePhone, int toPhone, int inAll) {}
