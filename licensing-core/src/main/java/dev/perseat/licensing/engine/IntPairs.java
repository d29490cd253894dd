package dev.perseat.licensing.engine;

import java.util.Arrays;

/**
 * Numbers pairs of ints: the same pair always gets the same number, in order of first appearance, from 1. Not safe for
 * several threads while pairs are added.
 */
final class IntPairs {
    private int[] firsts;
    private int[] seconds;
    private int[] table;
    private int end = 1;

    IntPairs() {
        firsts = new int[16];
        seconds = new int[16];
        table = new int[32];
    }

    /** One more than the highest number. */
    int end() {
        return end;
    }

    int add(int first, int second) {
        int mask = table.length - 1;
        int slot = hash(first, second) & mask;
        for (int number = table[slot]; number != 0; number = table[slot]) {
            if (firsts[number] == first && seconds[number] == second) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        if (end == firsts.length) {
            int length = (int) Math.min(Integer.MAX_VALUE - 8L, end * 2L);
            firsts = Arrays.copyOf(firsts, length);
            seconds = Arrays.copyOf(seconds, length);
        }
        firsts[end] = first;
        seconds[end] = second;
        table[slot] = end++;
        if (end * 2L > table.length) {
            rehash(table.length * 2);
        }
        return end - 1;
    }

    /** Makes room at once for so many more pairs; there may come fewer. */
    void expect(int more) {
        int length = (int) Math.min(Integer.MAX_VALUE - 8L, end + (long) more);
        if (length > firsts.length) {
            firsts = Arrays.copyOf(firsts, length);
            seconds = Arrays.copyOf(seconds, length);
        }
        int slots = table.length;
        while (slots < 2L * length && slots < 1 << 30) {
            slots *= 2;
        }
        if (slots > table.length) {
            rehash(slots);
        }
    }

    int first(int number) {
        return firsts[number];
    }

    int second(int number) {
        return seconds[number];
    }

    private void rehash(int slots) {
        table = new int[slots];
        int mask = table.length - 1;
        for (int number = 1; number < end; number++) {
            int slot = hash(firsts[number], seconds[number]) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = number;
        }
    }

    private static int hash(int first, int second) {
        long mixed = ((long) first << Integer.SIZE ^ second) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> Integer.SIZE);
    }
}
