package io.sanse.contract;

import java.util.stream.Stream;

/**
 * Posts of departments (派驻机构), for example the enforcement squad of a town: the id of a post is that of its superior, {@code /} and its own name. Who belongs to a
 * department sees and does what its posts do.
 */
public final class Posts {
    private static final char UNDER = '/';

    private Posts() {}

    /** Whether a member of a department may act for another: it is the same, or a post of it. @param department or null */
    public static boolean covers(String department, String other) {
        return department != null && (other.equals(department) || other.startsWith(department + UNDER));
    }

    /** A department and all that are above it, from below. */
    public static Stream<String> withSuperiors(String department) {
        return Stream.iterate(department, id -> id != null, Posts::superior);
    }

    private static String superior(String department) {
        int end = department.lastIndexOf(UNDER);
        return end < 1 ? null : department.substring(0, end);
    }
}
