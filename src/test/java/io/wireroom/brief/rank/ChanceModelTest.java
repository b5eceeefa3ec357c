package io.wireroom.brief.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The fitted numbers: what they say is the same after writing, reading and taking the mean. */
class ChanceModelTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-5);

  @Test
  void the_mean_of_trees_scores_the_mean_of_their_scores() {
    Trees first = grown(1);
    Trees second = grown(2);
    Trees mean = Trees.mean(List.of(first, second));

    for (float[] x : rows(3)) {
      assertThat(mean.score(x)).isCloseTo((first.score(x) + second.score(x)) / 2, CLOSE);
    }
    assertThat(first.score(rows(3)[0])).isNotEqualTo(second.score(rows(3)[0]));
  }

  @Test
  void trees_and_counts_are_read_as_they_were_written() throws IOException {
    Prior prior =
        new Prior(new int[] {-7, 3, 12}, new int[] {1, 2, 0}, new int[] {4, 2, 9}, .1f, 20);
    ChanceModel model = new ChanceModel(grown(1), grown(2), prior, prior.unknown());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    ChanceModel read =
        ChanceModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    for (float[] x : rows(4)) {
      assertThat(read.words().score(x)).isEqualTo(model.words().score(x));
      assertThat(read.pairs().score(x)).isEqualTo(model.pairs().score(x));
    }
    assertThat(read.wordPrior().share(3)).isEqualTo((2 + 20 * .1f) / 22);
    assertThat(read.wordPrior().seen(12)).isEqualTo((float) Math.log(10));
    assertThat(read.wordPrior().share(5)).isEqualTo(.1f);
    assertThat(read.pairPrior().share(3)).isEqualTo(.1f);
  }

  @Test
  void an_article_can_be_taken_out_of_the_counts() {
    Prior prior = new Prior(new int[] {3, 12}, new int[] {2, 1}, new int[] {2, 9}, .1f, 20);
    Prior others = prior.less(new int[] {3, 12, 99}, new boolean[] {true, false, true});

    assertThat(others.share(3)).isEqualTo((1 + 20 * .1f) / 21);
    assertThat(others.share(12)).isEqualTo((1 + 20 * .1f) / 28);
    assertThat(prior.share(3)).isEqualTo((2 + 20 * .1f) / 22);
  }

  private static Trees grown(long seed) {
    float[][] x = rows(0);
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i][0] > x[i][1] ? 1 : 0;
    }
    return new TreeGrower().rounds(8).depth(3).minLeaf(5).logistic().seed(seed).grow(x, y);
  }

  private static float[][] rows(long seed) {
    Random random = new Random(seed);
    float[][] x = new float[200][3];
    for (float[] row : x) {
      for (int f = 0; f < row.length; f++) {
        row[f] = random.nextFloat();
      }
    }
    return x;
  }
}
