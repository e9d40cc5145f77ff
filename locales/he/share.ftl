page-translate = תרגום הדף הזה
