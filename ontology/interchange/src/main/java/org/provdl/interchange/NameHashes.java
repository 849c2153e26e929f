package org.provdl.interchange;

import java.security.SecureRandom;

/**
 * Which names there have been: 64 bits of each, so that millions fit in memory. That two names have
 * the same 64 bits is less likely than a fault of the machine.
 */
final class NameHashes {

  /** So that nobody can choose names of which the table would be slow. */
  private static final long SEED = new SecureRandom().nextLong();

  private long[] table = new long[8];
  private int size;

  /** {@return whether the name is new} */
  boolean add(String name) {
    if (2 * (size + 1) > table.length) {
      long[] smaller = table;
      table = new long[2 * smaller.length];
      for (long hash : smaller) {
        if (hash != 0) {
          table[place(hash)] = hash;
        }
      }
    }
    long hash = hash(name);
    int place = place(hash);
    if (table[place] == hash) {
      return false;
    }
    table[place] = hash;
    size++;
    return true;
  }

  /** {@return where a hash is, or would be put} */
  private int place(long hash) {
    int place = (int) hash & (table.length - 1);
    while (table[place] != 0 && table[place] != hash) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private static long hash(String name) {
    long hash = SEED;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
