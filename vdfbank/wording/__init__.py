"""Says what the books hold in the words of the village: sentences, money and dates in Lao and English."""
