## איכות התרגום

notice-machine-outdated = תרגום מכונה, לא מעודכן
notice-report = דיווח
original-label = המקור:

## התשובה

answer-copy = העתק את התשובה
answer-language = שפת התשובה המועתקת
