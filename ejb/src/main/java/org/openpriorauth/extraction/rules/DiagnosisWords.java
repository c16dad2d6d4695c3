package org.openpriorauth.extraction.rules;

import java.util.regex.Pattern;

/** Words that name a disease or a complaint, by what they end in and by common ones. */
final class DiagnosisWords {
  private static final Pattern DISEASE =
      Pattern.compile(
          "(?i)\\b(?:\\w{2,24}(?:itis|itides|osis|oses|oma|omas|opathy|opathies|uropathy|emia|algia|plegia|paresis|uria|rrhea"
              + "|rrhage|rrhagia|ectasis|sclerosis|stenosis|penia|philia|trophy|trophies|phagia|pnea|plasia|iasis|megaly|edema"
              + "|ism|dysthymia|psy|cele|thorax)"
              + "|disease|diseases|syndrome|disorder|disorders|deficiency|insufficiency|failure|infection|infarction|infarct"
              + "|pain|ache|headache|migraine|tear|tears|rupture|sprain|strain|fracture|fractures|dislocation|instability"
              + "|impingement|herniation|herniated|bulge|displacement|degeneration|deformity|contracture|lesion|mass|nodule"
              + "|tumou?r|cancer|neoplasm|malignan\\w+|lymphoma|leukemia|metasta\\w+|cyst|polyp|ulcer|ulcers|wound|burn"
              + "|diabetes|hypertension|hypotension|asthma|copd|obesity|overweight|depression|depressive|anxiety|bipolar"
              + "|schizophrenia|dementia|stroke|seizures?|epilepsy|palsy|tremor|neuralgia|sciatica|claudication|aneurysm"
              + "|embolism|thrombus|hemorrhage|bleeding|hematoma|angina|murmur|arrhythmia|fibrillation|tachycardia|bradycardia"
              + "|defect|anomaly|malformation|reflux|gerd|hernia|constipation|diarrhea|nausea|vomiting|incontinence|dysfunction"
              + "|impairment|weakness|swelling|effusion|stiffness|numbness|fatigue|insomnia|apnea|cough|fever|rash|eczema"
              + "|acne|gout|lupus|crohn'?s|sarcoid|cirrhosis|calcul(?:us|i)|stones?|obstruction|dependence|abuse|withdrawal"
              + "|aftercare|(?:initial|subsequent) encounter|encounter for|pregnancy|menstruation|menopause|infertility|injury|injuries|concussion|abnormality"
              + "|abnormal|loss|delay|screening for|history of malignant|presence of|supervision)\\b");

  /** What a patient complains of: it may be all that is known, but is no diagnosis by itself. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?i)\\b(?:pain|pains|ache|headache|swelling|weakness|stiffness|numbness|fatigue|cough|fever|rash|nausea|vomiting"
              + "|diarrhea|bleeding|loss|insomnia|abnormal|injury|edema)$");

  private DiagnosisWords() {}

  static boolean isComplaint(String words) {
    return COMPLAINT.matcher(words).find();
  }

  static boolean isDisease(String words) {
    return DISEASE.matcher(words).find();
  }
}
