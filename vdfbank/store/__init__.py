"""Keep the book: one SQLite file a village, every act in one transaction, durable once answered."""
