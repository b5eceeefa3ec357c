package io.wireroom.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page whose article a person marked, cut into blocks that know whether they were marked. */
final class MarkedPage {
  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE = 4;

  final String id;
  final String site;
  final String truth;
  final ReadPage page;

  /** Of each block, the share of its tokens that were marked. */
  final float[] marked;

  MarkedPage(String id, String site, String truth, ReadPage page) {
    this.id = id;
    this.site = site;
    this.truth = truth;
    this.page = page;
    this.marked = align(tokens(truth), page.blocks().blocks);
  }

  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /** A place in the marked text where a block may stand. */
  private record Place(int block, int start, int end, float share, int tokens) {}

  /** The heaviest chain of blocks that stand in the marked text in the page's order. */
  private static float[] align(List<String> truth, List<Block> blocks) {
    float[] marked = new float[blocks.size()];
    Map<String, List<Integer>> starts = new HashMap<>();
    for (int i = 0; i + SHINGLE <= truth.size(); i++) {
      starts.computeIfAbsent(String.join(" ", truth.subList(i, i + SHINGLE)), k -> new ArrayList<>()).add(i);
    }
    List<Place> places = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      places(b, tokens(blocks.get(b).text()), starts, truth, places);
    }
    double[] best = new double[places.size()];
    int[] from = new int[places.size()];
    int last = -1;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      from[i] = -1;
      double own = place.share() * place.tokens();
      best[i] = own;
      for (int j = 0; j < i; j++) {
        Place other = places.get(j);
        if (other.block() < place.block() && other.end() <= place.start() + 2 && best[j] + own > best[i]) {
          best[i] = best[j] + own;
          from[i] = j;
        }
      }
      if (last < 0 || best[i] > best[last]) {
        last = i;
      }
    }
    for (int i = last; i >= 0; i = from[i]) {
      marked[places.get(i).block()] = places.get(i).share();
    }
    return marked;
  }

  private static void places(
      int b, List<String> tokens, Map<String, List<Integer>> starts, List<String> truth, List<Place> places) {
    if (tokens.isEmpty()) {
      return;
    }
    if (tokens.size() < SHINGLE) {
      for (int i = 0; i + tokens.size() <= truth.size(); i++) {
        if (truth.subList(i, i + tokens.size()).equals(tokens)) {
          places.add(new Place(b, i, i + tokens.size(), 0.99f, tokens.size()));
        }
      }
      return;
    }
    Map<Integer, Integer> hits = new HashMap<>();
    int all = tokens.size() - SHINGLE + 1;
    for (int t = 0; t < all; t++) {
      for (int start : starts.getOrDefault(String.join(" ", tokens.subList(t, t + SHINGLE)), List.of())) {
        hits.merge((start - t + 10_000) / 8, 1, Integer::sum);
      }
    }
    hits.entrySet().stream()
        .sorted((p, q) -> q.getValue() - p.getValue())
        .limit(4)
        .forEach(
            hit -> {
              int near = hit.getKey() + 1;
              int count = hit.getValue() + hits.getOrDefault(near, 0) + hits.getOrDefault(near - 2, 0);
              float share = Math.min(1f, (float) count / all);
              int start = Math.max(0, hit.getKey() * 8 - 10_000 + 4);
              if (share > 0.3) {
                places.add(new Place(b, start, start + Math.max(1, tokens.size() - 8), share, tokens.size()));
              }
            });
  }

  /** Precision and recall over token quadruples; NaN when there is nothing to divide by. */
  double[] score(String text) {
    Map<String, Integer> wanted = shingles(truth);
    Map<String, Integer> got = shingles(text);
    double common = 0;
    double wantedSum = 0;
    double gotSum = 0;
    for (Map.Entry<String, Integer> e : got.entrySet()) {
      gotSum += e.getValue();
      common += Math.min(e.getValue(), wanted.getOrDefault(e.getKey(), 0));
    }
    for (int count : wanted.values()) {
      wantedSum += count;
    }
    return new double[] {common / gotSum, common / wantedSum};
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> tokens = tokens(text);
    Map<String, Integer> shingles = new HashMap<>();
    if (!tokens.isEmpty()) {
      for (int i = 0; i < Math.max(1, tokens.size() - SHINGLE + 1); i++) {
        shingles.merge(String.join(" ", tokens.subList(i, Math.min(tokens.size(), i + SHINGLE))), 1, Integer::sum);
      }
    }
    return shingles;
  }
}
