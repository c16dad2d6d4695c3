package org.openpriorauth.packet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that claim nothing about a patient, and words that mean the same in a chart. Both lists are
 * reviewed word by word: whatever stands here, no check sees.
 */
final class Vocabulary {
  private static final Set<String> NEUTRAL =
      words(
          """
          the and for from with within into onto over under above below between during before after since until than
          then also both each any all some other such same that this these those its his her she they them their our
          your you who whom whose which what when where while has have had having does did was were are been being not
          nor can will shall would should could may might must there here per via upon about against toward towards
          because therefore thus however further more most one two three four five six seven eight nine ten eleven
          twelve once twice
          record records document documents documented documentation state states stated note notes noted report
          reports reported show shows showed shown describe describes described list lists listed mention mentions
          mentioned say says find finds found find read page pages chart visit seen recorded outcome according
          patient request requests requested ask asks asked authorization authorize service date dated time times
          taken took take tried try given gave received used lasted made make began begun start started course
          hour hours day days week weeks month months year years age code codes diagnosis diagnoses member number
          following including included regarding respect
          no not never none neither without cannot
          """);

  /** Each line's words may stand for each other; stems. */
  private static final Map<String, Set<String>> SAME =
      """
      doctor physician
      medicine medication drug
      imag scan
      mri magnet
      physiotherap therap
      hypertension htn
      diabet dm
      xray radiograph film
      finish complet
      stop discontinu
      """
          .lines()
          .map(line -> Set.of(line.split(" ")))
          .flatMap(same -> same.stream().map(word -> Map.entry(word, same)))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  Map.Entry::getValue,
                  (a, b) -> Stream.concat(a.stream(), b.stream()).collect(Collectors.toSet())));

  private Vocabulary() {}

  static boolean neutral(String word) {
    return NEUTRAL.contains(word);
  }

  static boolean known(String stem, Set<String> said) {
    return said.contains(stem)
        || SAME.getOrDefault(stem, Set.of()).stream().anyMatch(said::contains);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
  }
}
