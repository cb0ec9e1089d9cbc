/**
 * The rules of a version's life: what may be done with it at which stage and by whom, what a step changes, where a canary may be, which versions judge from which moment on. Pure; asked by the
 * desk, the watch and the publisher of {@code release}.
 */
package io.sanse.model.release.life;
